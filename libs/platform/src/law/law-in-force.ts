import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { loadLaw, type Law, type Overlay } from '@chengxin/law';
import { ServiceConfig } from '../config/service-config.js';

/** The shipped law with the city's overlay, read once at start, and its digest (sha256 of `law.text`, hexadecimal). */
@Injectable()
export class LawInForce {
  readonly law: Law;
  readonly digest: string;

  /** Throws when the overlay cannot be read or is refused by the law. */
  constructor(config: ServiceConfig) {
    this.law = loadLaw(config.cityOverlay ? readOverlay(config.cityOverlay) : undefined);
    this.digest = createHash('sha256').update(this.law.text).digest('hex');
  }
}

function readOverlay(path: string): Overlay {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Overlay;
  } catch (cause) {
    throw new Error(`CITY_OVERLAY: 无法读取 / cannot be read: ${path}`, { cause });
  }
}
