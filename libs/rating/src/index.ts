export { type Facts, type RatedRecord, ratedRecord, repaired, type StatedRecord } from './facts.js';
export { type GradeBound, inForce, type Indicator, type RatingModel, type StartingPoints, type Veto } from './model.js';
export { modelFaults } from './model-faults.js';
export { changesAfter, type Contribution, rate, type Rating } from './rate.js';
export { differs, moved, type Stand } from './review.js';
export { SHIPPED_MODELS } from './shipped-models.js';
