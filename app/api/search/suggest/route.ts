import { answerSuggest } from "@/lib/search/suggest-endpoint";

export const GET = answerSuggest;
