/** What a signed-in person or machine is to the platform; it comes from a claim of the token. */
export type Role =
  | 'enterprise-agent'
  | 'centre-reviewer'
  | 'centre-supervisor'
  | 'determining-officer'
  | 'checking-officer'
  | 'regulator'
  | 'auditor'
  | 'administrator'
  | 'department-client';

/**
 * Who looks at a record: role, own unit and enterprises represented (credit codes), with the enterprise looked at
 * (`subject`) and the unit that supplied the record (`sourceUnit`), where these are known. `purposeless`: states no purpose, and
 * is therefore given what is public and what is its own (`withoutPurpose`).
 */
export type Reader = {
  role: Role | 'public';
  unit?: string;
  enterprises: readonly string[];
  subject?: string;
  sourceUnit?: string;
  purposeless?: true;
};
