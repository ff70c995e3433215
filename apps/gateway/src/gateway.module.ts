import { Module } from '@nestjs/common';
import { ClockWriter, MessagingModule } from '@chengxin/messaging';
import { PlatformModule } from '@chengxin/platform';
import { Advances } from './clock/advances.js';
import { ClockController } from './clock/clock.controller.js';
import { HouseRest } from './clock/house-rest.js';
import { GatewayConfig } from './gateway.config.js';
import { HouseReadiness } from './health/house-readiness.js';
import { HouseDocuments } from './openapi/house-documents.js';
import { Limiter } from './limits/limiter.js';
import { Door } from './proxy/door.js';
import { Proxy } from './proxy/proxy.js';
import { Reference } from './reference/reference.js';
import { ServicesClient } from './services/services.client.js';

const service = 'gateway';

/** The one public door; it has no rules and nothing to remember. */
@Module({
  imports: [
    PlatformModule.forService({ service, config: GatewayConfig, database: false }),
    MessagingModule.forService({ service, announces: [], database: false }),
  ],
  controllers: [ClockController],
  providers: [
    Door,
    Limiter,
    Proxy,
    ServicesClient,
    HouseDocuments,
    Reference,
    HouseReadiness,
    HouseRest,
    Advances,
    { provide: ClockWriter, inject: [GatewayConfig], useFactory: (config: GatewayConfig) => new ClockWriter(config.operator()) },
  ],
})
export class GatewayModule {}
