import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** Tests that start servers of Debian, which `npm test` does not need. */
export default defineConfig({
  ...base,
  test: { ...base.test, projects: undefined, include: ['tests/cluster/*.live.ts'] },
});
