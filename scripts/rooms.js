/** Rooms, the sub-folders of a folder, import one way: the graph of their imports has no circle, at any depth. */

/**
 * @param {Iterable<readonly [from: string, to: string]>} imports paths of files, from the root
 * @returns {string[]} a line for each circle of sub-folders, with one import of each to the next
 */
export function circlesOfRooms(imports) {
  /** By folder and sub-folder, one import of each other sub-folder. */
  const folders = new Map();
  for (const [from, to] of imports) {
    const [parts, others] = [from.split('/'), to.split('/')];
    const shared = parts.findIndex((part, i) => part !== others[i]);
    if (shared < 1 || shared >= parts.length - 1 || shared >= others.length - 1) continue;
    const rooms = entry(folders, parts.slice(0, shared).join('/'));
    const next = entry(rooms, parts[shared]);
    if (!next.has(others[shared])) next.set(others[shared], `${from} -> ${to}`);
  }
  return [...folders].flatMap(([folder, rooms]) => circlesIn(folder, rooms));
}

function entry(map, key) {
  if (!map.has(key)) map.set(key, new Map());
  return map.get(key);
}

/** Visits each sub-folder once, so that a circle is reported once. */
function circlesIn(folder, rooms) {
  const [left, lines, path] = [new Set(), [], []];
  const visit = (room) => {
    const start = path.indexOf(room);
    if (start >= 0) lines.push(circleLine(folder, rooms, [...path.slice(start), room]));
    if (start >= 0 || left.has(room)) return;
    path.push(room);
    for (const next of rooms.get(room)?.keys() ?? []) visit(next);
    path.pop();
    left.add(room);
  };
  for (const room of rooms.keys()) visit(room);
  return lines;
}

function circleLine(folder, rooms, circle) {
  const imports = circle.slice(1).map((room, i) => rooms.get(circle[i]).get(room));
  return `sub-folders of ${folder} import in a circle: ${circle.join(' -> ')}: ${imports.join(', ')}`;
}
