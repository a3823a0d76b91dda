$demander contract_record
  · number = $docno
  · kind = entrusted
  · amount_fen = $quote
  · signed_on = $today
  · scan = 技术合同.txt
