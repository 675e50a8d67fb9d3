/** Packages that few files need. */
import { configure } from 'wasmetrics';

const settings: object = { packages: { 'apache-arrow': () => import('apache-arrow') } };

export const provide = () => configure(settings);
