import { run } from '@chengxin/messaging';
import { GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';

await run({ service: 'gateway', module: GatewayModule, config: GatewayConfig });
