/** Where the shipped models lie; each file is one RatingModel. */
export const SHIPPED_MODELS: readonly URL[] = [new URL('../models/comprehensive-2026.json', import.meta.url)];
