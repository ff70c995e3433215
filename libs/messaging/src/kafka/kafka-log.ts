import { Logger } from '@nestjs/common';
import kafkajs, { type logCreator } from 'kafkajs';

/** A consumer that has left its group is worth a line; everything else kafkajs calls an error it retries, or throws to us. */
const WORTH_A_LINE = /^Crash: /;

/** Takes kafkajs's log lines: what it retries by itself goes to debug. */
export const kafkaLog: logCreator = () => {
  const logger = new Logger('Kafka');
  return ({ namespace, level, log: { message, error, groupId } }) => {
    if (level > kafkajs.logLevel.INFO) return;
    const line = [namespace, message, error, groupId].filter(Boolean).join(' · ');
    if (WORTH_A_LINE.test(message)) logger.warn(line);
    else logger.debug(line);
  };
};
