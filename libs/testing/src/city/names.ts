import { type Random } from './random.js';

const FIRST = '云青禾澄晴瑞安泰启远宏清博盛嘉恒沐景朗川棠念初知微素锦星浅听';
const SECOND = '稻箬望溪枫澜岩帆榆荷麓桥汀苗屿芦舟桐杉笛蓼萤菱栀陌渡蒲篱漪梧';
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏';
const GIVEN = '春夏秋冬东南西北山川林泉云雨风雪松竹梅兰菊荷石玉琴书画诗远安';

/** How many words the city's enterprises are named from; all invented. */
export const NAME_WORDS = [...FIRST].length * [...SECOND].length;

/** The invented word of a number from 0 to `NAME_WORDS` - 1. */
export function nameWord(number: number): string {
  const second = [...SECOND];
  return `${[...FIRST][Math.floor(number / second.length) % FIRST.length] ?? ''}${second[number % second.length] ?? ''}`;
}

/** A person's name that is plainly an example: its middle character is always 示, of 示例 (example). */
export const personName = (dice: Random): string => `${dice.pick([...SURNAMES])}示${dice.pick([...GIVEN])}`;

/** A street of the city that does not exist. */
export const street = (dice: Random): string => `${nameWord(dice.below(NAME_WORDS))}路${dice.below(380) + 1}号`;
