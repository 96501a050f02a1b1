package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Stores a referral as its code. The column may hold other words from a time when any text was
 * accepted; they read as no referral.
 */
@Converter
public class ReferralAsCode implements AttributeConverter<Referral, String> {

  @Override
  public String convertToDatabaseColumn(Referral referral) {
    return referral == null ? null : referral.code();
  }

  @Override
  public Referral convertToEntityAttribute(String column) {
    return Referral.find(column).orElse(null);
  }
}
