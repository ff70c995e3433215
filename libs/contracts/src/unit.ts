import { IsCreditCode, IsText } from './decorators.js';

/** A government unit: its unified social credit code and its official name. */
export class Unit {
  @IsCreditCode() code!: string;
  @IsText() name!: string;
}
