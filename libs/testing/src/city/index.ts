export { type City, city, type CityCounts, type CityFile, type CityWishes, LAST_DAY } from './city.js';
export { CITY_AREA, type Department, DEPARTMENTS, DISTRICTS } from './departments.js';
export { type CityEnterprise } from './enterprises.js';
export { OVERLAY_PATH } from './overlay.js';
export { type Persona, PERSONAS } from './personas.js';
