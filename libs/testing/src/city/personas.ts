import { type Role } from '@chengxin/law';
import { CITY_AREA, DEPARTMENTS, departmentOf } from './departments.js';
import { FIXED_CODES } from './enterprises.js';

/** A user of the demonstration: what its token says, and whether it is a machine client. */
export interface Persona {
  user: string;
  name: string;
  role: Role;
  unit?: string;
  areas: readonly string[];
  enterprises: readonly string[];
  machine?: true;
}

const AREAS = [CITY_AREA];

const officer = (user: string, name: string, role: Role, slug: string): Persona => ({
  user,
  name,
  role,
  unit: departmentOf(slug).code,
  areas: AREAS,
  enterprises: [],
});

const machine = (user: string, slug: string): Persona => ({
  ...officer(user, `${departmentOf(slug).name}接口`, 'department-client', slug),
  machine: true,
});

/** The users of the demonstration: one for each role, and a machine for each department that supplies files, named by its slug. */
export const PERSONAS: readonly Persona[] = [
  { user: 'enterprise', name: '赵示例', role: 'enterprise-agent', areas: AREAS, enterprises: FIXED_CODES },
  officer('reviewer', '钱示例', 'centre-reviewer', 'credit-centre'),
  officer('supervisor', '孙示例', 'centre-supervisor', 'credit-centre'),
  officer('officer', '李示例', 'determining-officer', 'market-regulation'),
  officer('procurement', '周示例', 'checking-officer', 'procurement'),
  officer('regulator', '吴示例', 'regulator', 'development'),
  officer('auditor', '郑示例', 'auditor', 'audit'),
  officer('admin', '王示例', 'administrator', 'credit-centre'),
  machine('department', 'market-regulation'),
  ...DEPARTMENTS.filter(({ items }) => items.length > 0).map(({ slug }) => machine(slug, slug)),
];
