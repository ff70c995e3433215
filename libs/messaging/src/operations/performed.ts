import { Inject, Injectable } from '@nestjs/common';
import { operationContract, type OperationPerformedV1 } from '@chengxin/contracts';
import { Clock, type Transaction } from '@chengxin/platform';
import { Outbox } from '../outbox/outbox.js';
import { MESSAGING, type MessagingOptions } from '../service/messaging-options.js';

/** Announces what operators have done to this service. */
@Injectable()
export class Performed {
  constructor(
    @Inject(MESSAGING) private readonly options: MessagingOptions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Announces an operation in its own transaction, which must hold the lock of the service's name. */
  async announce(tx: Transaction, said: Omit<OperationPerformedV1, 'service' | 'performedOn'>): Promise<void> {
    const { service } = this.options;
    const data = { ...said, service, performedOn: this.clock.today() };
    await this.outbox.add(tx, { contract: operationContract(service), key: service, data });
  }
}
