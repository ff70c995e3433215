export { type Reader, type Role } from './reader.js';
export { applyVisibility, visible, type FieldVisibility, type Visibility } from './visible.js';
