/** Runs before each file of random tests, which draw the same inputs each time; `SEED=2 npx vitest run` draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
