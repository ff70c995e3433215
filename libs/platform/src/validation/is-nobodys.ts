import { maskPersonalNumbers } from '@chengxin/kernel';
import { ValidateBy } from 'class-validator';

const TEXTS = { zh: '不能含有身份证件号码或电话号码', en: 'must not hold an identity or telephone number' };

const NOBODYS = {
  name: 'isNobodys',
  validator: {
    validate: (value: unknown) => typeof value === 'string' && maskPersonalNumbers(value) === value,
    defaultMessage: () => TEXTS.en,
  },
};

/** The text is kept and compared as it stands, so that it cannot be masked: it must not hold an identity number or a telephone. */
export const IsNobodys = (): PropertyDecorator => ValidateBy(NOBODYS, { context: TEXTS });
