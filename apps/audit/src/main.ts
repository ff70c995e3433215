import { run } from '@chengxin/messaging';
import { AuditModule } from './audit.module.js';
import { migrations } from './migrations/index.js';

await run({ service: 'audit', module: AuditModule, migrations });
