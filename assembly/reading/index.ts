/**
 * A small module that reads text tables: it finds the cells of lines, and makes doubles of those that are numbers. It is
 * compiled apart from the core, which does not grow by it.
 */
import { fillWordPowers } from './decimal';
import { fillPowers } from './quotient';

export { boundsAddress, bytesAddress, columnAddress, mostCells, mostUnits } from './block';
export { keys, numbers } from './columns';
export { begin, lines, nextLine } from './lines';
export { stylesAddress } from './styles';

fillPowers();
fillWordPowers();
