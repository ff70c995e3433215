import { run } from '@chengxin/messaging';
import { migrations } from './migrations/index.js';
import { VerificationModule } from './verification.module.js';

await run({ service: 'verification', module: VerificationModule, migrations });
