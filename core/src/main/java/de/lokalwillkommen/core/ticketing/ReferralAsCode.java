package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Stores a referral as its code. The column has held other words, since any text was accepted once;
 * they read as if nothing had been noted.
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
