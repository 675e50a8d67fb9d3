/** Packages that few files need. */
import { configure } from 'wasmetrics';

export const provide = () =>
  configure({ packages: { 'apache-arrow': () => import('../apache-arrow.js') } });
