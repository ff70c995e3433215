import { type Entry } from '../entry.js';

/** The sectors of supervision, with their names as a file may write them. */
export const SECTORS = {
  food: '食品',
  drug: '药品',
  'special-equipment': '特种设备',
  'work-safety': '安全生产',
  fire: '消防',
  environment: '生态环境',
  construction: '住房城乡建设',
  transport: '交通运输',
  tax: '税务',
  labour: '人力资源社会保障',
  'natural-resources': '自然资源',
  agriculture: '农业农村',
  water: '水利',
  health: '卫生健康',
  culture: '文化旅游',
  'public-security': '公安',
  'urban-management': '城市管理',
  statistics: '统计',
  'market-order': '市场监管',
  other: '其他',
} as const;

/** A sector of supervision 行业领域. */
export type Sector = keyof typeof SECTORS;

/**
 * One line of the sector table: the sector of a penalty whose basis names one of the laws (`bases`), else of one whose punishing
 * unit has one of the codes or whose name holds one of the words (`units`). The line without either is the default.
 */
export interface SectorEntry extends Entry {
  sector: Sector;
  bases?: readonly string[];
  units?: readonly string[];
}

const BY_NAME: ReadonlyMap<string, Sector> = new Map(
  (Object.keys(SECTORS) as Sector[]).flatMap((sector) => [[sector, sector] as const, [SECTORS[sector], sector] as const]),
);

/** The sector a file names, by its name (食品) or code (food); undefined when there is none of that name. */
export const sectorNamed = (text: string): Sector | undefined => BY_NAME.get(text.trim());
