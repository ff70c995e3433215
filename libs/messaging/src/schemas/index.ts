export * from './json-schema.js';
export * from './schemas.js';
