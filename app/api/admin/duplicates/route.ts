export { answerDuplicates as POST } from "@/lib/clusters/endpoint";
