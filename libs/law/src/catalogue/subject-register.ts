import { localDate } from '@chengxin/kernel';
import { column } from './columns.js';
import { type CatalogueItem } from './item.js';

/** State of a credit subject in its register. */
export type RegisterState = 'active' | 'deregistered' | 'revoked' | 'moved-out';

/** The words registers use for the state of an enterprise, and what each means; an export without the column is of active ones. */
export const REGISTER_STATES: Readonly<Record<string, RegisterState>> = {
  存续: 'active',
  在业: 'active',
  在营: 'active',
  开业: 'active',
  正常: 'active',
  '存续(在营、开业、在册)': 'active',
  '存续（在营、开业、在册）': 'active',
  注销: 'deregistered',
  已注销: 'deregistered',
  吊销: 'revoked',
  '吊销,未注销': 'revoked',
  '吊销，未注销': 'revoked',
  '吊销,已注销': 'deregistered',
  '吊销，已注销': 'deregistered',
  迁出: 'moved-out',
};

/** The register of credit subjects: who exists, under which name, since when and in which state. */
export const SUBJECT_REGISTER: CatalogueItem = {
  id: 'catalogue.subject-register.2014',
  source: '《企业信息公示暂行条例》(国务院令第654号)第六条; 全国公共信用信息基础目录 类别1 登记注册基本信息',
  mark: 'recalled',
  from: localDate('2014-10-01'),
  code: 'subject-register',
  name: { zh: '登记注册基本信息', en: 'Register of credit subjects' },
  category: 1,
  polarity: 'neutral',
  openness: 'public',
  updateCycleDays: 1,
  key: ['creditCode'],
  fields: [
    column('creditCode', '统一社会信用代码', {
      type: 'credit-code',
      length: 18,
      required: true,
      synonyms: ['社会信用代码', '信用代码', '统一信用代码', '统一社会信用代码/注册号', '机构代码'],
    }),
    column('name', '企业名称', {
      length: 200,
      required: true,
      synonyms: ['名称', '单位名称', '主体名称', '公司名称', '机构名称', '市场主体名称', '经营主体名称', '信用主体名称'],
    }),
    column('establishedOn', '成立日期', { type: 'date', synonyms: ['注册日期', '成立时间', '登记日期', '注册时间', '设立日期'] }),
    column('kind', '企业类型', { length: 100, synonyms: ['主体类型', '类型', '市场主体类型', '经营主体类型', '机构类型'] }),
    column('legalRepresentative', '法定代表人', {
      length: 100,
      synonyms: ['法人代表', '法定代表人姓名', '法人', '负责人', '经营者', '执行事务合伙人'],
    }),
    column('registeredCapital', '注册资本', { length: 100, synonyms: ['注册资金', '出资额', '资金数额', '开办资金'] }),
    column('scope', '经营范围', { length: 4000, synonyms: ['业务范围', '宗旨和业务范围'] }),
    column('address', '住所', { length: 500, synonyms: ['注册地址', '地址', '经营场所', '企业地址', '登记住所'] }),
    column('state', '登记状态', {
      type: 'enum',
      length: 32,
      values: Object.keys(REGISTER_STATES),
      synonyms: ['状态', '经营状态', '企业状态', '存续状态', '主体状态'],
    }),
    column('industry', '行业', { length: 100, synonyms: ['所属行业', '行业门类', '行业类别', '国标行业'] }),
    column('size', '企业规模', {
      type: 'enum',
      length: 16,
      values: ['大型', '中型', '小型', '微型'],
      synonyms: ['规模', '规模类型', '企业规模类型'],
    }),
    column('district', '所属区县', { length: 100, synonyms: ['区县', '所在区县', '行政区划', '行政区划代码', '区划代码'] }),
  ],
};
