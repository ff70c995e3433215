import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { WORKSPACE } from '../start/settings.js';
import { draw } from './picture.js';
import { projectsOf } from './workspace.js';

/** `npm run draw`: draws `docs/architecture.svg` from the project graph. */
const file = path.join(WORKSPACE, 'docs/architecture.svg');
writeFileSync(file, draw(projectsOf(WORKSPACE)));
console.log(file);
