import { fileURLToPath } from 'node:url';

/** The path of the fictional city's overlay file: it adds the city's areas and changes no rule. */
export const OVERLAY_PATH = fileURLToPath(new URL('./chengzhou.overlay.json', import.meta.url));
