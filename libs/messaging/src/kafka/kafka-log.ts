import { Logger } from '@nestjs/common';
import kafkajs, { type logCreator } from 'kafkajs';

/** Takes kafkajs's log lines, all to debug: what it calls an error it retries by itself, or throws to us. */
export const kafkaLog: logCreator = () => {
  const logger = new Logger('Kafka');
  return ({ namespace, level, log: { message, error, groupId } }) => {
    if (level <= kafkajs.logLevel.INFO) logger.debug([namespace, message, error, groupId].filter(Boolean).join(' · '));
  };
};
