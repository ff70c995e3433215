import { run } from '@chengxin/messaging';
import { DeliveryModule } from './delivery.module.js';
import { migrations } from './migrations/index.js';

await run({ service: 'delivery', module: DeliveryModule, migrations });
