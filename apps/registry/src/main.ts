import { run } from '@chengxin/messaging';
import { migrations } from './migrations/index.js';
import { RegistryModule } from './registry.module.js';

await run({ service: 'registry', module: RegistryModule, migrations });
