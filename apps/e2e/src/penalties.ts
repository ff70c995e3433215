import { city, type CityEnterprise, DEPARTMENTS } from '@chengxin/testing';

const SEED = 1; // the launcher's

/** The enterprises of the fictional city that a system of these tests holds. */
export const ENTERPRISES: readonly CityEnterprise[] = city({ seed: SEED, size: 200 }).enterprises;

/** The department whose machine client, `department`, sends records in these tests. */
export const MARKET_REGULATION = departmentOf('market-regulation');

/** What `POST /records` wants to hear of a penalty: by default a general one of ordinary procedure, shown to everyone. */
export function aPenalty({ code, name, kind }: CityEnterprise, documentNumber: string, changes: Record<string, string> = {}): object {
  const { name: authorityName, code: authorityCode } = MARKET_REGULATION;
  const fields = {
    partyName: name,
    partyKind: kind === 'individual-business' ? '个体工商户' : '法人及非法人组织',
    creditCode: code,
    legalRepresentative: '陈示例',
    documentNumber,
    offence: '销售不合格产品',
    facts: '经查,当事人抽样检验的产品所检项目不符合国家标准。',
    basis: '《中华人民共和国产品质量法》第四十九条',
    penaltyKinds: '罚款',
    content: '罚款人民币5000元',
    fineAmount: '0.5',
    decidedOn: '2026/05/08',
    validUntil: '2099/12/31',
    authorityName,
    authorityCode,
    sourceName: authorityName,
    sourceCode: authorityCode,
    procedure: '普通程序',
    sector: '市场监管',
    ...changes,
  };
  return { kind: 'penalty', fields };
}

/** The department of the city with this slug. Throws a RangeError when there is none. */
export function departmentOf(slug: string): { code: string; name: string } {
  const department = DEPARTMENTS.find((each) => each.slug === slug);
  if (!department) throw new RangeError(`the city has no department ${slug}`);
  return department;
}
