import type { Message } from '../consumer/decode.js';

/** A message on its way into `parked_events`. */
export type MessageToPark = { message: Message; key?: string; eventId?: string; type?: string; reason: string };

/** Why a message is parked that has nothing wrong itself. */
export const BEHIND = 'an earlier event of its topic and key is parked';
