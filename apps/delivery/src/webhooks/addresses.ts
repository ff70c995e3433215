import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { accept, refuse, type Result } from '@chengxin/kernel';
import { ServiceConfig } from '@chengxin/platform';
import { Injectable } from '@nestjs/common';
import { isPublicAddress } from './public-address.js';

/** Why nothing is sent to an address. */
export type AddressRefusal =
  | { code: 'delivery.address-not-https' }
  | { code: 'delivery.address-unknown'; host: string }
  | { code: 'delivery.address-not-public'; host: string };

/** The host of a URL: a name, or an IP address in its usual spelling. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$|\.$/g, '');

/** Decides where webhooks may go: by https to hosts of the public internet; in the demonstration anywhere. */
@Injectable()
export class Addresses {
  constructor(private readonly config: ServiceConfig) {}

  /** What can be said of a URL now; its host is looked up, and looked up again when something is sent. */
  async check(url: URL): Promise<Result<URL, AddressRefusal>> {
    if (this.config.demonstration) return accept(url);
    if (url.protocol !== 'https:') return refuse({ code: 'delivery.address-not-https' });
    const host = hostOf(url);
    const found = isIP(host) ? [host] : await addressesOf(host);
    if (found.length === 0) return refuse({ code: 'delivery.address-unknown', host });
    return found.every((address) => this.allows(address)) ? accept(url) : refuse({ code: 'delivery.address-not-public', host });
  }

  /** Whether a connection to this IP address may be opened. */
  allows(address: string): boolean {
    return this.config.demonstration || isPublicAddress(address);
  }

  /** The addresses of a host, for a connection. Throws when one of them may not be connected to: a name may point elsewhere each time. */
  async resolve(host: string): Promise<LookupAddress[]> {
    const found = await lookup(host, { all: true });
    if (!found.every(({ address }) => this.allows(address))) throw new Error(`${host} lies in a private network`);
    return found;
  }
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return []; // a name that nobody knows has no address
  }
}
