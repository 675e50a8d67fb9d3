/** What a figure may hold, in English. */
import { says } from '../../told.js';

export const namesOrPatterns = says(
  'names-or-patterns',
  'a list of names, or of patterns such as /^x/',
);
export const levelsOfConfidence = says(
  'levels-of-confidence',
  'a list of confidence levels from 0.5 to below 1',
);
export const pcaIndex = says('pca-index', 'an index of the method pca');
export const pathOfFont = says('path-of-font', 'the path of a font file');
export const aFigure = says('figure', 'a figure');
export const bootstrappedResult = says(
  'bootstrapped-result',
  'a result with its bootstrap, from withBootstrap',
);
export const someReplicates = says('some-replicates', 'the replicates of a bootstrap');
export const namesForModels = says('names-for-models', 'a list of names, one for each model');
export const namesForRows = says('names-for-rows', '{n} names, one for each row');
export const nameOfModerator = says('name-of-moderator', 'the name of a moderator');
