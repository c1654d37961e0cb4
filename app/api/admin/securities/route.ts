import { answerMentioned, answerSearch } from "@/lib/securities/endpoint";

export { answerMentioned as POST, answerSearch as GET };
