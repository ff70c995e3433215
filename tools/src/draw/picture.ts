import { essentialImports, floorsOf, type Project } from './house.js';

type Box = { x: number; y: number; width: number };

const WIDTH = 1180;
const MARGIN = 20;
const TITLE = 200;
const FLOOR = 84;
const ROOM = 44;
const GAP = 10;

const COLOURS: Record<string, string> = {
  'type:app': '#dbe9f6',
  'type:domain': '#e3f1dc',
  'type:platform': '#f5ecd9',
  'type:contracts': '#f3dfe6',
  'type:kernel': '#e6e6ea',
  'type:tool': '#f4f4f4',
  'type:testing': '#f4f4f4',
};

/** The house as a picture (SVG): a floor for each kind of project, an arrow for each import that no other implies. The same projects give the same text. */
export function draw(projects: readonly Project[]): string {
  const floors = floorsOf(projects);
  const boxes = new Map<string, Box>();
  for (const [floor, { rooms }] of floors.entries()) for (const [name, box] of boxesOf(rooms, floor, boxes)) boxes.set(name, box);
  const height = floors.length * FLOOR + MARGIN;
  const arrows = [...essentialImports(projects)].flatMap(([from, targets]) =>
    [...targets].sort().map((to) => arrow(boxes.get(from), boxes.get(to), [...boxes.values()])),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="14" role="img">`,
    '<title>The projects of Chengxin and their imports</title>',
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7a7f87"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...floors.map(({ title }, floor) => `<text x="${MARGIN}" y="${top(floor) + 27}" fill="#555b63" font-style="italic">${title}</text>`),
    ...arrows,
    ...floors.flatMap(({ rooms }) => rooms.map((room) => roomOf(room, boxes.get(room.name)))),
    '</svg>',
    '',
  ].join('\n');
}

const top = (floor: number): number => MARGIN + floor * FLOOR;

/** Rooms share their floor evenly; the library of a service stands under it. */
function boxesOf(rooms: readonly Project[], floor: number, above: ReadonlyMap<string, Box>): [string, Box][] {
  const width = (WIDTH - TITLE - MARGIN - GAP * (rooms.length - 1)) / rooms.length;
  return rooms.map(({ name }, n) => {
    const { x, width: own } = above.get(`${name}-service`) ?? { x: TITLE + n * (width + GAP), width };
    return [name, { x, y: top(floor), width: own }];
  });
}

function roomOf({ name, tags }: Project, box?: Box): string {
  if (!box) return '';
  const colour = COLOURS[tags.find((tag) => tag in COLOURS) ?? ''] ?? '#ffffff';
  const { x, y, width } = box;
  const label = name.replace(/-service$/, '');
  return `<g><rect x="${round(x)}" y="${y}" width="${round(width)}" height="${ROOM}" rx="5" fill="${colour}" stroke="#7a7f87"/><text x="${round(x + width / 2)}" y="${y + 27}" text-anchor="middle" fill="#1f2328">${label}</text></g>`;
}

function arrow(from: Box | undefined, to: Box | undefined, all: readonly Box[]): string {
  if (!from || !to) return '';
  const [start, end] = from.y === to.y ? besides(from, to) : down(from, to, all);
  return `<path d="M${start}L${end}" fill="none" stroke="#7a7f87" stroke-width="1.2" marker-end="url(#tip)"/>`;
}

/** What goes past a room right below goes down near the left wall, apart from what ends there. */
function down(from: Box, to: Box, all: readonly Box[]): [string, string] {
  const past = all.some((below) => below !== to && below.x === from.x && below.width === from.width && below.y === from.y + FLOOR);
  const x = past ? from.x + 2 * GAP : from.x + from.width / 2;
  const end = Math.min(Math.max(x, to.x + GAP), to.x + to.width - GAP);
  return [`${round(x)} ${from.y + ROOM}`, `${round(end)} ${to.y - 2}`];
}

function besides(from: Box, to: Box): [string, string] {
  const rightwards = from.x < to.x;
  const y = from.y + ROOM / 2;
  return [`${round(rightwards ? from.x + from.width : from.x)} ${y}`, `${round(rightwards ? to.x - 2 : to.x + to.width + 2)} ${y}`];
}

const round = (n: number): number => Math.round(n * 10) / 10;
