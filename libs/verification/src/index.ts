export { type Answer, answer, type Doubt, mayAsk, type Refusal } from './answer.js';
export { check, type Finding, type Hit } from './check.js';
export { moved, moves, type SuggestionMove, type Suggestions, suggestions } from './suggestions.js';
