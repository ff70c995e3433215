/**
 * Loaded into every service that the launcher starts (`node --import`): when the launcher dies without a word, the
 * service stops as it would at SIGTERM, and if that takes too long, at once.
 */
const parent = process.ppid;
const PATIENCE = 12_000;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE).unref();
}, 500);
watch.unref();
