import { answerProgress } from "@/lib/taxonomy/endpoint";

export { answerProgress as GET };
