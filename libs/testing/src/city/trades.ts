import { type SubjectKind } from '@chengxin/kernel';

/** What an enterprise does: the word in its name, industry and scope for the register, and the departments that supervise it. */
export interface Trade {
  word: string;
  industry: string;
  scope: string;
  supervisors: readonly string[];
}

const trade = (word: string, industry: string, scope: string, ...supervisors: string[]): Trade => ({ word, industry, scope, supervisors });

const COMPANIES: readonly Trade[] = [
  trade('食品', '制造业', '食品生产;食品销售', 'market-regulation', 'health'),
  trade('建材', '制造业', '建筑材料制造、销售', 'environment', 'emergency', 'natural-resources'),
  trade('机械', '制造业', '通用设备制造、维修', 'emergency', 'market-regulation', 'environment'),
  trade('化工', '制造业', '化工产品生产、销售(不含危险化学品)', 'environment', 'emergency', 'fire'),
  trade('纺织', '制造业', '纺织品制造、销售', 'environment', 'fire', 'human-resources'),
  trade('电子', '制造业', '电子元器件制造、销售', 'human-resources', 'environment', 'tax'),
  trade('医药', '批发和零售业', '药品批发、零售', 'market-regulation', 'health'),
  trade('商贸', '批发和零售业', '日用百货销售;货物进出口', 'market-regulation', 'tax'),
  trade('建筑工程', '建筑业', '房屋建筑工程施工', 'housing', 'emergency', 'human-resources'),
  trade('装饰', '建筑业', '室内外装饰装修工程施工', 'housing', 'fire'),
  trade('置业', '房地产业', '房地产开发、经营', 'housing', 'natural-resources', 'tax'),
  trade('物流', '交通运输、仓储和邮政业', '普通货物道路运输;仓储服务', 'transport', 'emergency'),
  trade('客运', '交通运输、仓储和邮政业', '道路旅客运输', 'transport'),
  trade('餐饮管理', '住宿和餐饮业', '餐饮服务', 'market-regulation', 'fire', 'health'),
  trade('酒店', '住宿和餐饮业', '住宿服务;餐饮服务', 'fire', 'health', 'market-regulation'),
  trade('信息技术', '信息传输、软件和信息技术服务业', '软件开发;信息系统集成服务', 'tax', 'human-resources'),
  trade('物业服务', '房地产业', '物业管理', 'housing', 'fire', 'market-regulation'),
  trade('矿业', '采矿业', '建筑用石加工;矿产品销售', 'natural-resources', 'emergency', 'environment'),
  trade('环保', '水利、环境和公共设施管理业', '污水处理及其再生利用', 'environment'),
  trade('农业开发', '农、林、牧、渔业', '谷物种植;农产品初加工', 'agriculture', 'market-regulation'),
];

const SHOPS: readonly Trade[] = [
  trade('便利店', '批发和零售业', '食品销售;日用百货销售', 'market-regulation', 'fire'),
  trade('小吃店', '住宿和餐饮业', '餐饮服务', 'market-regulation', 'health'),
  trade('水果店', '批发和零售业', '新鲜水果零售', 'market-regulation'),
  trade('理发店', '居民服务、修理和其他服务业', '理发服务', 'health'),
  trade('汽车维修部', '居民服务、修理和其他服务业', '机动车修理和维护', 'transport', 'environment'),
  trade('服装店', '批发和零售业', '服装零售', 'market-regulation'),
  trade('五金店', '批发和零售业', '五金产品零售', 'market-regulation'),
  trade('药店', '批发和零售业', '药品零售', 'market-regulation'),
  trade('农资店', '批发和零售业', '肥料、农药零售', 'agriculture', 'market-regulation'),
  trade('茶馆', '住宿和餐饮业', '茶饮服务', 'market-regulation', 'fire'),
];

const COOPERATIVES: readonly Trade[] = [
  trade('水稻种植专业合作社', '农、林、牧、渔业', '谷物种植', 'agriculture'),
  trade('茶叶专业合作社', '农、林、牧、渔业', '茶叶种植、加工', 'agriculture', 'market-regulation'),
  trade('水产养殖专业合作社', '农、林、牧、渔业', '水产养殖', 'agriculture', 'environment'),
  trade('生猪养殖专业合作社', '农、林、牧、渔业', '牲畜饲养', 'agriculture', 'environment'),
];

const INSTITUTIONS: readonly Trade[] = [
  trade('幼儿园', '教育', '学前教育', 'health', 'fire'),
  trade('社区卫生服务中心', '卫生和社会工作', '基层医疗卫生服务', 'health'),
  trade('图书馆', '文化、体育和娱乐业', '图书借阅服务', 'fire'),
  trade('养护中心', '水利、环境和公共设施管理业', '市政设施养护', 'housing', 'emergency'),
];

const SOCIETIES: readonly Trade[] = [
  trade('行业协会', '公共管理、社会保障和社会组织', '行业交流、培训', 'market-regulation'),
  trade('养老服务中心', '卫生和社会工作', '养老服务', 'fire', 'health'),
  trade('培训学校', '教育', '职业技能培训', 'human-resources', 'fire'),
  trade('志愿服务队', '公共管理、社会保障和社会组织', '志愿服务', 'human-resources'),
];

/** The kinds of enterprises the city has. */
export type CityKind = Extract<
  SubjectKind,
  'enterprise' | 'individual-business' | 'cooperative' | 'public-institution' | 'social-organisation'
>;

/** What enterprises of each kind do. */
export const TRADES: Record<CityKind, readonly Trade[]> = {
  enterprise: COMPANIES,
  'individual-business': SHOPS,
  cooperative: COOPERATIVES,
  'public-institution': INSTITUTIONS,
  'social-organisation': SOCIETIES,
};
