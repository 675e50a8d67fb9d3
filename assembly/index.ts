export { Status } from './status';
export { alloc, mark, release } from './memory/arena';
