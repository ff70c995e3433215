import { run } from '@chengxin/messaging';
import { migrations } from './migrations/index.js';
import { RepairModule } from './repair.module.js';

await run({ service: 'repair', module: RepairModule, migrations });
