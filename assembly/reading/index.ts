/**
 * A small module that reads text tables: it finds the cells of lines and converts numbers to doubles. It is compiled
 * separately, so the core does not grow.
 */
import { fillWordPowers } from './decimal';
import { fillPowers } from './quotient';

export { boundsAddress, bytesAddress, columnAddress, mostCells, mostUnits } from './block';
export { keys, numbers } from './columns';
export { begin, lines, nextLine } from './lines';
export { stylesAddress } from './styles';

fillPowers();
fillWordPowers();
