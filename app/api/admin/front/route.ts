export { answerCandidates as GET } from "@/lib/front/endpoint";
