"""What is special to chargers, used where list.yml asks for it: OCPP versions, power ratings."""
