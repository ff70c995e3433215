export { type Reader, type Role } from './reader.js';
export { applyVisibility, visible, withoutPurpose, type FieldVisibility, type Visibility } from './visible.js';
