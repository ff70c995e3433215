export { type Area, AREAS, findArea } from './areas.js';
export { canonicalJson } from './canonical-json.js';
export { isCitizenNumber } from './citizen-number.js';
export { completeCreditCode, type CreditCode, type CreditCodeFault, isCreditCode, parseCreditCode, registrationOf } from './credit-code.js';
export {
  addDays,
  addMonths,
  daysBetween,
  earlier,
  endOfDay,
  later,
  type LocalDate,
  localDate,
  localDateOf,
  parseLocalDate,
  startOfDay,
  weekday,
} from './local-date.js';
export { maskedTexts, maskPersonalNumbers } from './mask-personal-numbers.js';
export { type OrganisationCode, type OrganisationCodeFault, organisationCheck, parseOrganisationCode } from './organisation-code.js';
export { addPeriod, days, months, type Period } from './period.js';
export { type SubjectKind } from './registration-authorities.js';
export * from './result.js';
export { allows, checkTransitions, target, transitionDiagram, type Transitions } from './transitions.js';
export { addWorkingDays, type WorkingDayCalendar, workingDaysBetween } from './working-days.js';
