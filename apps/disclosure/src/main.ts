import { run } from '@chengxin/messaging';
import { DisclosureModule } from './disclosure.module.js';
import { migrations } from './migrations/index.js';

await run({ service: 'disclosure', module: DisclosureModule, migrations });
