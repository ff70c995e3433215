import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Timers } from '../timers/timers.js';
import { Metrics } from './metrics.js';

/** How many timers should have fired and have not. */
@Injectable()
export class TimerMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    const { timers } = this;
    new Gauge({
      name: 'timers_overdue',
      help: 'Timers that are due and have not fired',
      registers: [this.metrics],
      async collect() {
        this.set(await timers.overdue());
      },
    });
  }
}
