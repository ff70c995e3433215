import { getMetadataStorage, type ValidationError } from 'class-validator';

/** A message in both languages of the platform. */
export interface Texts {
  zh: string;
  en: string;
}

const text = (zh: string, en: string): Texts => ({ zh, en });
const list = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : String(values));

/** What a broken rule of class-validator says, from the rule's own arguments. */
const TEXTS: Record<string, (argument: unknown, second: unknown) => Texts> = {
  isDefined: () => text('必填', 'is required'),
  isNotEmpty: () => text('不能为空', 'must not be empty'),
  isString: () => text('必须是文本', 'must be a text'),
  isInt: () => text('必须是整数', 'must be an integer'),
  isNumber: () => text('必须是数字', 'must be a number'),
  isBoolean: () => text('必须是 true 或 false', 'must be true or false'),
  isArray: () => text('必须是列表', 'must be a list'),
  isObject: () => text('必须是对象', 'must be an object'),
  isUuid: () => text('必须是 UUID', 'must be a UUID'),
  isUrl: () => text('必须是网址', 'must be a URL'),
  isIn: (values) => text(`必须是其中之一：${list(values)}`, `must be one of: ${list(values)}`),
  min: (least) => text(`不能小于 ${list(least)}`, `must not be less than ${list(least)}`),
  max: (most) => text(`不能大于 ${list(most)}`, `must not be greater than ${list(most)}`),
  minLength: (least) => text(`不能少于 ${list(least)} 个字符`, `must have at least ${list(least)} characters`),
  maxLength: (most) => text(`不能超过 ${list(most)} 个字符`, `must have at most ${list(most)} characters`),
  isLength: (least, most) => text(`必须有 ${list(least)} 至 ${list(most)} 个字符`, `must have ${list(least)} to ${list(most)} characters`),
  arrayMinSize: (least) => text(`至少 ${list(least)} 项`, `must have at least ${list(least)} items`),
  arrayMaxSize: (most) => text(`至多 ${list(most)} 项`, `must have at most ${list(most)} items`),
  matches: (pattern) => text(`格式不符：${list(pattern)}`, `must match ${list(pattern)}`),
  whitelistValidation: () => text('未知的字段', 'is not a known field'),
  unknownValue: () => text('必须是对象', 'must be an object'),
};

function argumentsOf(error: ValidationError, rule: string): unknown[] {
  if (!error.target) return [];
  const metadata = getMetadataStorage().getTargetValidationMetadatas(error.target.constructor, '', false, false);
  const broken = metadata.find((entry) => entry.propertyName === error.property && (entry.name ?? entry.type) === rule);
  return broken?.constraints ?? [];
}

/**
 * The Chinese and English text of one broken rule of a field. A rule of one's own brings its texts with it in the
 * decorator's `context: { zh, en }`; without them the rule's own message serves for both.
 */
function textsOfRule(error: ValidationError, rule: string): Texts {
  const own = error.contexts?.[rule] as Partial<Texts> | undefined;
  if (own?.zh && own.en) return { zh: own.zh, en: own.en };
  const known = TEXTS[rule];
  if (known) return known(...(argumentsOf(error, rule) as [unknown, unknown]));
  const message = error.constraints?.[rule] ?? rule;
  return text(`不符合规则 ${rule}：${message}`, message);
}

/** The broken rules of one field with their texts; of a field that is absent only that it is required. */
export function brokenRules(error: ValidationError): ({ rule: string } & Texts)[] {
  const rules = Object.keys(error.constraints ?? {});
  const target = error.target as Record<string, unknown> | undefined;
  const absent = rules.length > 0 && !rules.includes('unknownValue') && target?.[error.property] === undefined;
  if (absent) return [{ rule: 'isDefined', ...text('必填', 'is required') }];
  return rules.map((rule) => ({ rule, ...textsOfRule(error, rule) }));
}
