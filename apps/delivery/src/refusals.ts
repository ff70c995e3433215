import { type CreditCodeFault } from '@chengxin/kernel';
import { CREDIT_CODE_REFUSALS, type RefusalTable } from '@chengxin/platform';
import { type AddressRefusal } from './webhooks/addresses.js';

type Code = CreditCodeFault['code'] | AddressRefusal['code'] | 'delivery.webhook-unknown';

/** Every refusal of this service, with its HTTP status and its texts. */
export const REFUSALS: RefusalTable<Code> = {
  'delivery.webhook-unknown': { status: 404, zh: '本单位没有编号为 {id} 的推送地址', en: 'Your unit has no webhook {id}' },
  'delivery.address-not-https': { status: 422, zh: '推送地址须以 https:// 开头', en: 'The address of a webhook begins with https://' },
  'delivery.address-unknown': { status: 422, zh: '无法解析主机 {host}', en: 'The host {host} cannot be resolved' },
  'delivery.address-not-public': {
    status: 422,
    zh: '主机 {host} 位于内部网络，不能作为推送地址',
    en: 'The host {host} lies in a private network and cannot be a webhook',
  },
  ...CREDIT_CODE_REFUSALS,
};
