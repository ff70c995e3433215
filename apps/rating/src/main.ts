import { run } from '@chengxin/messaging';
import { migrations } from './migrations/index.js';
import { RatingModule } from './rating.module.js';

await run({ service: 'rating', module: RatingModule, migrations });
